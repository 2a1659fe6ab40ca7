/** The style sheet of the page. No value of a message is in it: its hash is in the page's policy. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1f; --faint: #5a5a66; --line: #c9c9d1;
  --field: #f3f3f7; --link: #0b57d0; --mark: #ffe58a; --mark-ink: #3d2e00; --bad: #a3000b; --good: #0a6b2d; --bubble: #e3edff; }
@media (prefers-color-scheme: dark) { :root { --paper: #15151a; --ink: #e8e8ee; --faint: #a8a8b5;
  --line: #44444f; --field: #212129; --link: #9cc2ff; --mark: #6b5300; --mark-ink: #fff3c9; --bad: #ff9a94; --good: #7fdb9d; --bubble: #23324d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 0 1rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; margin: 1.5rem 0 .25rem; } h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { font-size: .85rem; font-weight: 600; margin: 0 0 .5rem; color: var(--faint); }
a { color: var(--link); } a:focus-visible, summary:focus-visible, audio:focus-visible, video:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.verdict { margin: 0; font-weight: 600; } .refused { color: var(--bad); } .read { color: var(--good); }
.faint, footer { color: var(--faint); font-size: .9rem; }
code, pre { font: .82rem/1.5 ui-monospace, Menlo, Consolas, monospace; }
pre { white-space: pre-wrap; background: var(--field); border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .75rem; margin: .5rem 0; }
.slides { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
.slide { flex: 0 1 20rem; width: 20rem; max-width: 100%; border: 2px solid var(--line); border-radius: 1.25rem; padding: .75rem; }
.slide > * { margin: 0 0 .6rem; } .slide > :last-child { margin-bottom: 0; }
.slide img, .slide video { display: block; max-width: 100%; height: auto; border-radius: .6rem; background: var(--field); } .slide audio { width: 100%; }
.slide figure { margin: 0 0 .6rem; } figcaption { font-size: .8rem; color: var(--faint); }
.text { background: var(--bubble); border-radius: .8rem; padding: .5rem .75rem; white-space: pre-wrap; }
.card { border: 1px dashed var(--line); border-radius: .6rem; padding: .5rem .75rem; }
dl { margin: 0; } dl div { display: flex; gap: .25rem 1rem; padding: .3rem 0; border-bottom: 1px solid var(--line); }
dt { flex: 0 0 14rem; font-weight: 600; } dd { flex: 1; min-width: 0; margin: 0; white-space: pre-wrap; }
.warnings { padding-left: 0; list-style: none; } .warnings li { padding: .5rem .75rem; border-left: .3rem solid var(--mark); background: var(--field); margin-bottom: .5rem; }
.warnings .bad { border-color: var(--bad); } :target { outline: 2px solid var(--link); scroll-margin-top: 2rem; }
.tree, .tree ul { list-style: none; padding-left: 1rem; border-left: 1px solid var(--line); } .tree li { margin: .4rem 0; } .tree { padding-left: .5rem; }
.really { color: var(--bad); font-weight: 600; }
.source { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem 0; background: var(--field); }
.row { display: flex; padding: 0 .75rem; } .row code { white-space: pre-wrap; min-width: 0; flex: 1; tab-size: 4; }
.no { flex: none; width: 3.2rem; padding-right: .75rem; text-align: right; color: var(--faint); font: .75rem/1.65 ui-monospace, Menlo, Consolas, monospace; user-select: none; white-space: nowrap; }
.hex code { font-size: .75rem; } .gap { padding: .15rem .75rem .15rem 4rem; color: var(--faint); font-style: italic; font-size: .8rem; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: .2rem; padding: 0 .1rem; } mark a { color: inherit; font-size: .7rem; font-weight: 700; margin-left: .15rem; padding: 0 .2rem; }
.odd { color: var(--bad); }
@media (max-width: 40rem) { dl div { display: block; } .ascii { display: none; } .hex code { font-size: .58rem; } .hex .no { font-size: .58rem; } .no { width: 2rem; padding-right: .4rem; } .row { padding: 0 .4rem; } .gap { padding-left: 2.4rem; } .slide { flex: 1 1 100%; } }
@media print { nav, .skip { display: none; } body { max-width: none; } .slide, .warnings li { break-inside: avoid; } details::details-content { content-visibility: visible; display: block; } }
`

import type { SentName } from './canonical.js'
import { type Namespace, SOAP, XML } from './namespaces.js'
import { isDeclaration, type RawAttributes } from './prefixes.js'

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
/** The namespaces of attributes that any element may have: SOAP 1.1 §4.1.1, XML Schema part 1 §2.6. */
const ANYWHERE = new Set([SOAP, XSI, XML])

/** What the attributes of a tag are read with. */
export interface AttributeReading {
  /** Takes a name with a prefix apart. */
  readonly resolve: (name: string) => SentName
  /** Is told of an attribute of MM7's with a prefix, which the schema does not have. */
  readonly onPrefixed: (name: string) => void
}

/** The attributes of an element that has some. */
interface KeptAttributes {
  /** All but declarations of namespaces, under the names that readers look for. */
  readonly kept: RawAttributes
  /** The names of those, on an element of MM7 in an operation, that mean nothing there, if any do. */
  readonly stray: ReadonlySet<string> | undefined
}

/**
 * Keeps the attributes of a start tag. One that is meant for MM7's loses its prefix.
 *
 * @returns undefined if there are none
 */
export function keepAttributes(
  sent: RawAttributes,
  isMm7Element: boolean,
  operation: Namespace | undefined,
  { resolve, onPrefixed }: AttributeReading,
): KeptAttributes | undefined {
  let kept: Record<string, string> | undefined
  let stray: Set<string> | undefined
  for (const name in sent) {
    if (isDeclaration(name)) continue
    kept ??= Object.create(null) as Record<string, string>
    let key = name
    if (name.includes(':')) {
      const { local, namespace } = resolve(name)
      const isMeant = isMm7Element && isMeantForMm7(name, namespace, operation)
      if (isMeant && !(local in sent || local in kept)) {
        onPrefixed(name)
        key = local
      } else if (isMm7Element && operation !== undefined && (isMeant || isForeign(namespace))) {
        stray ??= new Set()
        stray.add(name)
      }
    }
    kept[key] = sent[name] as string
  }
  return kept === undefined ? undefined : { kept, stray }
}

/** Within an operation a prefix that is not declared is judged by its place, `xsi` aside. */
function isMeantForMm7(
  name: string,
  namespace: Namespace | undefined,
  operation: Namespace | undefined,
): boolean {
  if (namespace === undefined) return operation !== undefined && !name.startsWith('xsi:')
  return namespace === operation || namespace.isMeantForMm7
}

function isForeign(namespace: Namespace | undefined): boolean {
  return namespace !== undefined && !ANYWHERE.has(namespace.uri)
}

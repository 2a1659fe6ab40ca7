import type { Element } from '../soap/element.js'
import type { Written } from '../soap/write/xml-node.js'
import type { Context } from './context.js'
import type { Names } from './names.js'

/**
 * A type of the schema: how an element of it is read, whatever its sender made of it, and how it is
 * written.
 */
export interface Codec<T> {
  /** What an element of it may hold: nothing but attributes, text, or elements of its own. */
  readonly holds: 'nothing' | 'text' | 'elements'
  /** The attributes that it may have; undefined: any. */
  readonly attributes: readonly string[] | undefined
  /** Where its parts are, by their properties: XPaths from the element. */
  readonly inner: Readonly<Record<string, string>>
  /** The elements in it that hold text alone, where no table says so: XPaths as in `inner`. */
  readonly texts?: readonly string[]
  /** The table that describes it, if one does. */
  readonly table?: () => Table
  /** The words that it may be, if it is an enumeration. */
  readonly words?: readonly string[]
  /** Those of them that are not in the schema of 3GPP: they are read, and not sent. */
  readonly foreign?: readonly string[]
  /** What a message has where there is no such element; undefined: it lacks the property. */
  readonly absent: (() => T) | undefined
  /** @returns the value; undefined if there is none, which is reported where it should be */
  readonly read: (context: Context, element: Element, path: string) => T | undefined
  /** @returns what is in the element; undefined if there is to be none */
  readonly write: (value: T) => Written | undefined
  /**
   * @param input a value, or a short form of it
   * @param name the property, as its caller writes it
   * @returns the value that reading gives back
   * @throws TypeError if the input is neither, or cannot be written
   */
  readonly complete: (input: unknown, name: string) => T
}

/** A simple type of the schema: what an attribute or the text of an element may hold. */
export interface Simple<T> extends Codec<T> {
  /** @returns the value of a text; undefined if it is none, which is reported */
  readonly parse: (context: Context, text: string, path: string, element: Element) => T | undefined
  /** @returns the text of a value */
  readonly format: (value: T) => string
}

/** What to do without an element: refuse the message, report it, or nothing. */
export type Presence = 'required' | 'expected' | 'optional'

/** What senders do with one element and no other. */
export interface Tolerance {
  /** Elements that are written instead of this one: XPaths like the row's own. */
  readonly alsoCalled?: readonly string[]
  /** Where else it is found, if nothing is where it should be: XPaths like the row's own. */
  readonly alsoIn?: readonly string[]
  /** What one release of the schema calls it, such as `REL-5-MM7-1-0`. */
  readonly calledIn?: { readonly release: string; readonly name: string }
  /** The schema does not have it here, and some senders do: it is read, and reported. */
  readonly isForeign?: boolean
  /** It may stand before what the row before is for, too (xs:all). */
  readonly isInAnyOrder?: boolean
}

/** A row of a table: where an element or an attribute is, and how it is read and written. */
export interface Row<T> extends Tolerance {
  /** XPath 1.0: child and attribute steps from the element around it, `mm7:LinkedID` or `@href`. */
  readonly xpath: string
  readonly presence: Presence
  /** There may be more than one: the property is a list. */
  readonly isMany: boolean
  /** The schema has it once; more are read, and reported. */
  readonly isOnce?: boolean
  /** Of the element; of each, if there may be more than one. */
  readonly codec: Codec<unknown>
  /** Never there: it holds the row to the type of its property. */
  readonly type?: (value: T) => T
}

/**
 * The description of a type: a row for each property, in the order of the schema. The compiler holds
 * it to the interface.
 */
export type Fields<M> = { readonly [P in keyof M]-?: Row<NonNullable<M[P]>> }

/** What the schema has in an element, and no row takes. */
export interface Rest {
  /** Elements that only hold those of rows, and that must be there: XPaths like those of rows. */
  readonly holders?: readonly string[]
  /** Elements that only hold those of rows, and that must hold one if they are there. */
  readonly filled?: readonly string[]
  /** Elements that are kept among the extensions, and the property that each comes after. */
  readonly kept?: readonly (readonly [property: string, xpath: string])[]
}

/** A row, compiled: the property it is for, and its place in the order of the schema, which some share. */
export interface Entry {
  readonly property: string
  readonly row: Row<unknown>
  readonly order: number
}

/** What an element is, at one level of a table. */
export interface Node {
  /** The row that it is read by; undefined: it only holds others, or is kept. */
  entry: Entry | undefined
  /** It is kept among the extensions: no property takes it. */
  readonly isKept?: boolean
  /** It may not be empty, though it only holds others. */
  isFilled?: boolean
  /** Its place in the order of the schema; undefined: the schema does not have it here. */
  readonly order: number | undefined
  /** The elements in it, where it only holds others. */
  readonly inner: Names<Node>
}

/** A table, compiled into what one pass over the elements goes by. */
export interface Table {
  readonly entries: readonly Entry[]
  readonly elements: Names<Node>
  readonly attributes: readonly (readonly [name: string, entry: Entry])[]
  /** What must be there though it only holds others, by name. */
  readonly holders: readonly (readonly [name: string, node: Node])[]
}

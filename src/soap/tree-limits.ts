import type { Limits } from '../limits.js'
import { ReadingStopped } from './reading-stopped.js'

/** How many elements and attributes have been read: what builds the tree and what repairs the text count alike. */
export class TreeLimits {
  readonly #limits: Limits
  #elements = 0
  #attributes = 0
  /** How many attributes were taken before the element that was taken last. */
  #before = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /**
   * Takes attributes of one element, all of them before it is taken, or all of them after.
   *
   * @returns why to stop, at a limit
   */
  takeAttributes(count: number): ReadingStopped | undefined {
    this.#attributes += count
    const { xmlAttributes, allXmlAttributes } = this.#limits
    if (this.#attributes - this.#before > xmlAttributes) {
      const what = `An element has more than ${xmlAttributes} attributes (limits.xmlAttributes).`
      return new ReadingStopped('too-many-attributes', what)
    }
    if (this.#attributes > allXmlAttributes) {
      const what = `The envelope has more than ${allXmlAttributes} attributes (limits.allXmlAttributes).`
      return new ReadingStopped('all-attributes-too-many', what)
    }
    return undefined
  }

  /**
   * Takes an element.
   *
   * @param depth how many are around it
   * @returns why to stop, at a limit
   */
  takeElement(depth: number): ReadingStopped | undefined {
    this.#elements += 1
    this.#before = this.#attributes
    const { xmlElements, xmlDepth } = this.#limits
    if (this.#elements > xmlElements) {
      const what = `The envelope has more than ${xmlElements} elements (limits.xmlElements).`
      return new ReadingStopped('too-many-elements', what)
    }
    if (depth >= xmlDepth) {
      const what = `The envelope has more than ${xmlDepth} nested elements (limits.xmlDepth).`
      return new ReadingStopped('xml-too-deep', what)
    }
    return undefined
  }
}

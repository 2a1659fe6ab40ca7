import type { Limits } from '../limits.js'
import { ReadingStopped } from './reading-stopped.js'

/** How many elements and attributes have been read; at a limit reading stops. */
export class TreeLimits {
  readonly #limits: Limits
  #elements = 0
  #attributes = 0
  /** Where the attributes start that are of the tag at hand. */
  #before = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Takes an attribute of the element that comes next. @throws ReadingStopped at a limit */
  takeAttribute(): void {
    this.#attributes += 1
    const { xmlAttributes, allXmlAttributes } = this.#limits
    if (this.#attributes - this.#before > xmlAttributes) {
      const what = `An element has more than ${xmlAttributes} attributes (limits.xmlAttributes).`
      throw new ReadingStopped('too-many-attributes', what)
    }
    if (this.#attributes > allXmlAttributes) {
      const what = `The envelope has more than ${allXmlAttributes} attributes (limits.allXmlAttributes).`
      throw new ReadingStopped('all-attributes-too-many', what)
    }
  }

  /**
   * Takes an element, and the attributes before it for its own.
   *
   * @param depth how many are around it
   * @throws ReadingStopped at a limit
   */
  takeElement(depth: number): void {
    this.#elements += 1
    this.#before = this.#attributes
    const { xmlElements, xmlDepth } = this.#limits
    if (this.#elements > xmlElements) {
      const what = `The envelope has more than ${xmlElements} elements (limits.xmlElements).`
      throw new ReadingStopped('too-many-elements', what)
    }
    if (depth >= xmlDepth) {
      const what = `The envelope has more than ${xmlDepth} nested elements (limits.xmlDepth).`
      throw new ReadingStopped('xml-too-deep', what)
    }
  }
}

/** An element to be written. */
export interface XmlNode {
  /** Its local name. */
  name: string
  /** What its name belongs to: MM7's namespace, however that is written, SOAP's, or another. */
  readonly namespace: 'mm7' | 'soap' | { readonly uri: string }
  readonly attributes: (readonly [name: string, value: string])[]
  text: string
  readonly children: XmlNode[]
  /** White space may be put between its children. */
  readonly isIndented: boolean
}

/** What is in an element, and on it. */
export interface Written {
  readonly text?: string
  readonly attributes?: XmlNode['attributes']
  readonly children?: XmlNode[]
}

/** An element of MM7. */
export function mm7Node(name: string, written: Written = {}): XmlNode {
  const { text = '', attributes = [], children = [] } = written
  return { name, namespace: 'mm7', attributes, text, children, isIndented: true }
}

/** An element of SOAP 1.1. */
export function soapNode(
  name: string,
  children: XmlNode[],
  attributes: XmlNode['attributes'] = [],
): XmlNode {
  return { name, namespace: 'soap', attributes, text: '', children, isIndented: true }
}

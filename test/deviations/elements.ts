import { mm7Node } from '../../src/soap/write/xml-node.js'
import { child, type Deviation } from './deviation.js'

/** What can be wrong with the elements of `DeliverReq`. */
export type ElementDeviation =
  | 'nested-operation'
  | 'misnamed-element'
  | 'out-of-order'
  | 'repeated-element'
  | 'unexpected-element'
  | 'unexpected-attribute'
  | 'stray-text'

/** TS 23.140 8.7.2.3 and the schema. */
export const ELEMENT_DEVIATIONS: Readonly<Record<ElementDeviation, Deviation>> = {
  'nested-operation': {
    warning: 'operation-nested',
    about: 'The elements are in a SubmitReq within the DeliverReq.',
    isHarmless: true,
    operation: ({ entry }) => {
      const fields = entry.children.splice(0)
      entry.children.push(mm7Node('SubmitReq', { children: fields }))
    },
  },
  'misnamed-element': {
    warning: 'element-name',
    about: 'MM7Version is called Version.',
    isHarmless: true,
    operation: ({ entry }) => {
      child(entry, 'MM7Version').name = 'Version'
    },
  },
  'out-of-order': {
    warning: 'element-order',
    about: 'MM7Version is the last element.',
    isHarmless: true,
    operation: ({ entry }) => {
      entry.children.push(...entry.children.splice(0, 1))
    },
  },
  'repeated-element': {
    warning: 'element-repeated',
    about: 'MM7Version appears twice.',
    isHarmless: false,
    operation: ({ entry }) => {
      entry.children.splice(1, 0, mm7Node('MM7Version', { text: '6.8.0' }))
    },
  },
  'unexpected-element': {
    warning: 'element-unexpected',
    about: 'A ServiceCode, which DeliverReq does not have.',
    isHarmless: false,
    operation: ({ entry }) => {
      entry.children.push(mm7Node('ServiceCode', { text: 'gold' }))
    },
  },
  'unexpected-attribute': {
    warning: 'attribute-unexpected',
    about: 'MM7Version has an attribute.',
    isHarmless: true,
    operation: ({ entry }) => {
      child(entry, 'MM7Version').attributes.push(['lang', 'en'])
    },
  },
  'stray-text': {
    warning: 'text-unexpected',
    about: 'Text between the elements.',
    isHarmless: true,
    operation: ({ entry }) => {
      entry.text = 'stray'
    },
  },
}

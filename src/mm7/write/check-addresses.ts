import { quote } from '../../report.js'
import type { Address, Recipients } from '../../values.js'
import { isNcName } from '../nc-name.js'

const TYPE_SUFFIX = /\/TYPE=/i

/**
 * Checks the addresses of a request that is to be sent.
 *
 * @param hasTextSender the sender's address is text
 * @throws TypeError if one is empty, of no kind, or has what the schema does not take
 */
export function checkAddresses(
  sender: Address | undefined,
  recipients: Recipients | undefined,
  hasTextSender: boolean,
): void {
  const ids = new Set<string>()
  if (sender !== undefined) checkSender(sender, hasTextSender, ids)
  if (recipients === undefined) return
  for (const list of ['to', 'cc', 'bcc'] as const) {
    for (const [at, address] of recipients[list].entries()) {
      const name = `recipients.${list}[${at}]`
      checkKind(address, name)
      checkAddress(address, name, ids)
    }
  }
  if (recipients.to.length + recipients.cc.length + recipients.bcc.length > 0) return
  throw new TypeError('recipients has no address: give one at least.')
}

function checkSender(sender: Address, isText: boolean, ids: Set<string>): void {
  const { displayOnly, addressCoding, id } = sender
  if (!isText) checkKind(sender, 'senderAddress')
  else if (displayOnly || addressCoding !== undefined || id !== undefined) {
    throw new TypeError('senderAddress is sent as text, which has no attributes: give its value.')
  }
  checkAddress(sender, 'senderAddress', ids)
}

function checkKind({ kind }: Address, name: string): void {
  if (kind !== 'unknown') return
  throw new TypeError(`${name} is of an unknown kind: make it number, rfc2822 or shortCode.`)
}

function checkAddress({ raw, id }: Address, name: string, ids: Set<string>): void {
  if (raw === '' || raw.trim() !== raw) {
    throw new TypeError(`${name} is ${quote(raw)}: an address without blanks around it.`)
  }
  if (TYPE_SUFFIX.test(raw)) {
    throw new TypeError(`${name} has a /TYPE= suffix, which MM7 does not have: leave it out.`)
  }
  if (id === undefined) return
  if (!isNcName(id)) throw new TypeError(`${name}.id is not a name of XML (xs:ID).`)
  if (ids.has(id)) throw new TypeError(`${name}.id is that of another address, too.`)
  ids.add(id)
}

// Loaded before a snippet that starts a server: it listens wherever there is room, and says where.
// Before one that posts to a server: it posts to the port that POST_TO names.
import { Server } from 'node:net'

const { listen } = Server.prototype

Server.prototype.listen = function listenAnywhere(...options) {
  this.once('listening', () => console.log(`port ${this.address().port}`))
  return listen.call(this, 0, '127.0.0.1', ...options.filter((one) => typeof one === 'function'))
}

const { fetch } = globalThis
const { POST_TO } = process.env

if (POST_TO !== undefined) {
  globalThis.fetch = (url, init) =>
    fetch(url.replace('localhost:8080', `127.0.0.1:${POST_TO}`), init)
}

// Loaded before a snippet that starts a server: it listens wherever there is room, and says where.
import { Server } from 'node:net'

const { listen } = Server.prototype

Server.prototype.listen = function listenAnywhere(...options) {
  this.once('listening', () => console.log(`port ${this.address().port}`))
  return listen.call(this, 0, '127.0.0.1', ...options.filter((one) => typeof one === 'function'))
}

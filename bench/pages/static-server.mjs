import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'

// The floor: a bare node:http server that sends one file, as simple file servers do.
const [file, type] = process.argv.slice(2)
const { size } = statSync(file)
const server = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': size })
  createReadStream(file).pipe(response)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`port ${server.address().port}\n`))

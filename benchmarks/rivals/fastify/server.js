import { readFileSync } from 'node:fs'
import { buildApp } from './app.js'

const { PORT, DATABASE, MONGODB, PUBLIC_KEY } = process.env

const app = await buildApp({
  publicKey: readFileSync(PUBLIC_KEY, 'utf8'),
  database: DATABASE,
  mongodb: MONGODB
})

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => app.close().then(() => process.exit(0)))
}

console.log(await app.listen({ host: '127.0.0.1', port: Number(PORT) }))

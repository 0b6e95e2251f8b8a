// Reads topics from their beginning and decodes them by the schema registry's Confluent API, until
// nothing new comes for ten seconds. What is personal stays bytes.
//   node read.mjs ee.evidence.request.v1 no.evidence.response.v1
// It comes in with what `./exchange credentials tester` has written.
import { readFileSync } from 'node:fs'
import { Kafka, logLevel } from 'kafkajs'
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry'

const topics = process.argv.slice(2)
if (topics.length === 0) {
  console.error('usage: node read.mjs TOPIC...   (CREDENTIALS=file and REGISTRY=url if not the defaults)')
  process.exit(2)
}
const credentials = process.env.CREDENTIALS ?? new URL('../../../.exchange/credentials/tester.json', import.meta.url)
const kafka = new Kafka({ ...JSON.parse(readFileSync(credentials)), logLevel: logLevel.ERROR })
const registry = new SchemaRegistry({ host: process.env.REGISTRY ?? 'http://127.0.0.1:8081/apis/ccompat/v7' })
const consumer = kafka.consumer({ groupId: `tester.node-reader-${process.pid}` })

const plain = (key, value) =>
  value?.type === 'Buffer' ? `<${value.data.length} bytes>` : typeof value === 'bigint' ? Number(value) : value
let count = 0
let lastRecordAt = Date.now()
await consumer.connect()
await consumer.subscribe({ topics, fromBeginning: true })
await consumer.run({
  eachMessage: async ({ topic, partition, message }) => {
    lastRecordAt = Date.now()
    count++
    const type = message.headers.ce_type?.toString()
    const body = message.value === null ? null : await registry.decode(message.value).catch((e) => `not readable: ${e.name}`)
    console.log(JSON.stringify({ topic, partition, offset: message.offset, type, key: message.key?.toString(), body }, plain))
  },
})
const started = Date.now()
const timer = setInterval(async () => {
  if (Date.now() - Math.max(lastRecordAt, started + 5000) < 10000) return
  clearInterval(timer)
  console.error(`${count} records read`)
  await Promise.race([consumer.disconnect(), new Promise((done) => setTimeout(done, 2000))])
  process.exit(0)
}, 500)

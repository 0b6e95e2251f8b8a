// Reads a recording (docs/recording-format.md; unzip a zip first): checks every hash, then prints
// each record as a line of JSON, decoded by the schemas that the recording has with it.
//   node read-recording.mjs FOLDER
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import avro from 'avsc'

const folder = process.argv[2]
const text = (path) => readFileSync(join(folder, path), 'utf8')
const check = async (path, expected) => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(join(folder, path))) hash.update(chunk)
  if (hash.digest('hex') !== expected) {
    console.error(`${path} was altered`)
    process.exit(1)
  }
}
await check('manifest.json', text('manifest.json.sha256').slice(0, 64))
const manifest = JSON.parse(text('manifest.json'))
for (const [path, sha256] of Object.entries(manifest.files)) await check(path, sha256)

const types = new Map(manifest.schemas.map(({ sha256 }) => [sha256, avro.Type.forSchema(JSON.parse(text(`schemas/${sha256}.avsc`)))]))
const decode = ({ bytes, framing, schema }) => {
  if (bytes === null || schema === null) return bytes?.toString('base64') ?? null
  return types.get(schema).fromBuffer(framing === 'PREFIX_V0' ? bytes.subarray(5) : bytes)
}
for (const { file } of manifest.partitions) {
  if (file === null) continue
  for await (const { topic, partition, offset, key, value, headers } of avro.createFileDecoder(join(folder, file.path))) {
    const named = headers.map((header) => [header.name, header.value?.toString('base64') ?? null])
    console.log(JSON.stringify({ topic, partition, offset, key: decode(key), value: decode(value), headers: named }))
  }
}

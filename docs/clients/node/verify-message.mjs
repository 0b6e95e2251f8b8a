// Verifies the signature of a message as docs/signature.md describes it, with nothing but Node.
// Reads JSON: the signed content (texts; key and body in base64, body null for a tombstone), the
// header `signature`, and the signer's public key as JWK.
//   node verify-message.mjs < message.json
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const { topic, key, id, type, source, subject, time, dataSchema, body, signature, publicKey } = JSON.parse(readFileSync(0, 'utf8'))

const field = (bytes) => {
  if (bytes === null) return Buffer.of(0)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([Buffer.of(1), length, bytes])
}
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
const text = (value) => field(value === null ? null : Buffer.from(value, 'utf8'))
const base64 = (value) => field(value === null ? null : Buffer.from(value, 'base64'))
const canonicalForm = Buffer.concat([
  text('digital-north-message-v1'),
  text(topic), base64(key), text(id), text(type), text(source), text(subject), text(time), text(dataSchema), base64(body),
])

const { crv, kty, x } = publicKey
const keyId = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url')
const [signedWith, value, place, path] = signature.split(':')

// Where a batch was signed: the root of its Merkle tree, from this message up (RFC 9162, section 2.1.3.2).
const batchForm = (place, path) => {
  const [index, size] = place.split('/').map(Number)
  let [hash, at, last] = [sha256(Buffer.of(0), canonicalForm), index, size - 1]
  for (let i = 0; i < path.length; i += 32) {
    const neighbour = path.subarray(i, i + 32)
    for (; last > 0 && at === last && at % 2 === 0; at >>= 1, last >>= 1);
    hash = at % 2 === 1 ? sha256(Buffer.of(1), neighbour, hash) : sha256(Buffer.of(1), hash, neighbour)
    at >>= 1
    last >>= 1
  }
  return index < size && last === 0
    ? Buffer.concat([text('digital-north-batch-v1'), text(String(size)), field(hash)])
    : null
}
const signed = place === undefined ? canonicalForm : batchForm(place, Buffer.from(path, 'base64url'))
const genuine =
  signedWith === keyId &&
  signed !== null &&
  verify(null, signed, createPublicKey({ key: { crv, kty, x }, format: 'jwk' }), Buffer.from(value, 'base64url'))
console.log(genuine ? 'genuine' : 'refused')
process.exit(genuine ? 0 : 1)

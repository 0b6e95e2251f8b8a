// Verifies an attestation and its status with an implementation of SD-JWT VC that is not ours, and
// prints what it says of the person. Reads JSON: the attestation, the status list that it refers to,
// the public keys of both issuers as JWK, and the time in seconds (now, if it is left out).
//   node verify-attestation.mjs < attestation.json
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'

const { attestation, attestationKey, statusList, statusKey, now } = JSON.parse(readFileSync(0, 'utf8'))

const es256 = (jwk) => {
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  return (data, signature) =>
    verify('sha256', Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
}
const sdJwt = new SDJwtVcInstance({
  hasher: (data, algorithm) => createHash(algorithm.replace('-', '')).update(Buffer.from(data)).digest(),
  hashAlg: 'sha-256',
  verifier: es256(attestationKey),
  statusListFetcher: async () => statusList,
  statusVerifier: es256(statusKey),
})
try {
  const { payload } = await sdJwt.verify(attestation, { currentDate: now ?? Math.floor(Date.now() / 1000) })
  console.log(JSON.stringify(payload))
} catch (e) {
  console.error(`refused: ${e.message}`)
  process.exit(1)
}

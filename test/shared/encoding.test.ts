import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Encoding, scanEncoding } from '../../shared/encoding.ts'

const found = (bytes: Uint8Array, chunk = bytes.length || 1) => {
  const scan = scanEncoding()
  for (let at = 0; at < bytes.length; at += chunk) scan.push(bytes.subarray(at, at + chunk))
  return scan.found()
}

const halves = new Map<Encoding, string>(
  (['windows-1252', 'macintosh'] as const).map((name) => [
    name,
    new TextDecoder(name).decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i)),
  ]),
)
const encode = (text: string, encoding: 'windows-1252' | 'macintosh') =>
  Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0)!
    return code < 128 ? code : 128 + halves.get(encoding)!.indexOf(letter)
  })
const utf8 = (text: string) => new TextEncoder().encode(text)

const french =
  'équipe;période;violations\nPréfecture de Sihanoukville – Nº 3;2019;12\nInspection du travail à l’étranger;2019;7\n'
const spanish = 'país;año;inspección\nEspaña;2019;según la Constitución\nPerú;2019;índice más bajo\n'

test('UTF-8 is known with and without its mark, and plain ASCII is UTF-8', () => {
  expect(found(utf8(french))).toEqual({ encoding: 'utf-8', sure: true, broken: { count: 0, lines: [] } })
  expect(found(utf8(`\ufeff${spanish}`))).toMatchObject({ encoding: 'utf-8', sure: true })
  expect(found(utf8('a,b\n1,2\n'))).toMatchObject({ encoding: 'utf-8', sure: true })
})

test('UTF-16 is known by its mark, and by the zeros between plain letters', () => {
  const bytes = (text: string, little: boolean) => {
    const view = new DataView(new ArrayBuffer(text.length * 2))
    for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little)
    return new Uint8Array(view.buffer)
  }
  expect(found(bytes(`\ufeff${french}`, true)).encoding).toBe('utf-16le')
  expect(found(bytes(`\ufeff${french}`, false)).encoding).toBe('utf-16be')
  expect(found(bytes(spanish, true)).encoding).toBe('utf-16le')
  expect(found(bytes(spanish, false)).encoding).toBe('utf-16be')
})

test('a file of an old Windows and one of an old Mac are told apart by the words that they make', () => {
  for (const text of [french, spanish, 'Ürün,Größe\nFußboden,Köln\n', 'Região,Violações\nSão João,não há\n'])
    for (const encoding of ['windows-1252', 'macintosh'] as const)
      expect(found(encode(text, encoding)), `${text.slice(0, 12)} in ${encoding}`).toMatchObject({
        encoding,
        sure: true,
      })
})

test('a broken UTF-8 file is UTF-8 all the same, and the lines that are broken are named', () => {
  const bytes = utf8('pays,chiffre\nPérou,1\nSénégal,2\nCôte d’Ivoire,3\nMéxico,4\n')
  const at = bytes.lastIndexOf(0xa9)
  const broken = Uint8Array.from([...bytes].toSpliced(at, 1))
  expect(found(broken)).toEqual({ encoding: 'utf-8', sure: false, broken: { count: 1, lines: [5] } })
})

test('a sequence that the file cuts off at its end is a broken place', () => {
  const bytes = utf8('é,é\né')
  expect(found(bytes.subarray(0, bytes.length - 1))).toMatchObject({
    encoding: 'utf-8',
    broken: { count: 1, lines: [2] },
  })
})

test('how the file is cut into pieces changes nothing', () => {
  const any = fc.oneof(
    fc.string({ unit: 'grapheme' }).map(utf8),
    fc.uint8Array({ maxLength: 200 }),
    fc.constantFrom(encode(french, 'macintosh'), encode(spanish, 'windows-1252')),
  )
  fc.assert(
    fc.property(any, fc.integer({ min: 1, max: 7 }), (bytes, chunk) => {
      expect(found(bytes, chunk)).toEqual(found(bytes))
    }),
  )
})

test('what is called whole UTF-8 is what a strict decoder takes, and only that', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 12 }), fc.string({ unit: 'binary' }).map(utf8)), (bytes) => {
      if (bytes.includes(0) || (bytes[0] ?? 0) >= 0xfe) return
      const strict = () => new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      const { encoding, broken } = found(bytes)
      if (encoding === 'utf-8' && broken.count === 0) expect(strict).not.toThrow()
      else expect(strict).toThrow()
    }),
    { numRuns: 2000 },
  )
})

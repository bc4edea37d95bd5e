import type { Shape } from '../../shared/live.ts'
import type { LiveLimits } from './limits.ts'
import type { Place } from './places.ts'
import { type Content, Unacceptable } from './update.ts'

const poison = new Set(['__proto__', 'constructor', 'prototype'])

/** Throws unless content of this kind may stand in this list of this type. What was deleted may stand anywhere. */
export function checkContent(
  content: Content,
  at: { place: Place; sub: string | undefined },
  shape: Shape,
  limits: LiveLimits,
): void {
  if (content.is === 'deleted') return
  const { place, sub } = at
  if (sub !== undefined) checkKey(sub, limits)
  if (!fits(content, place, sub)) throw new Unacceptable('place')
  if (content.is === 'any') for (const value of content.values) checkValue(value, limits, 1)
  if (content.is === 'format') {
    if (!shape.marks.includes(content.key)) throw new Unacceptable('content')
    checkValue(content.value, limits, 1)
  }
  if (content.is === 'type') {
    if (content.kind === 'element' && !shape.elements.includes(content.name ?? '')) throw new Unacceptable('content')
    if (place.depth + 1 > limits.depth) throw new Unacceptable('depth')
  }
}

/** Editors of all others build on this: a list of rich text holds elements and texts, a text holds characters and marks. */
function fits(content: Content, { kind }: Place, sub: string | undefined): boolean {
  switch (kind) {
    case 'map':
      return sub !== undefined && (content.is === 'any' || isNested(content))
    case 'array':
      return sub === undefined && (content.is === 'any' || isNested(content))
    case 'fragment':
      return sub === undefined && isRich(content)
    case 'element':
      return sub === undefined ? isRich(content) : content.is === 'any'
    case 'text':
      return sub === undefined && (content.is === 'string' || content.is === 'format')
    case undefined:
      return false
  }
}

const isRich = (content: Content): boolean =>
  content.is === 'type' && (content.kind === 'element' || content.kind === 'text')
const isNested = (content: Content): boolean => content.is === 'type' && content.kind !== 'element'

function checkKey(key: string, limits: LiveLimits): void {
  if (poison.has(key) || key.length > limits.keyLength) throw new Unacceptable('value')
}

/**
 * JSON and nothing else, not deep. A key `__proto__` is gone by the time the value was read: it has become the
 * prototype, so that is looked at too.
 */
export function checkValue(value: unknown, limits: LiveLimits, depth: number): void {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return
  if (typeof value === 'number' && Number.isFinite(value)) return
  if (typeof value !== 'object' || depth > limits.valueDepth) throw new Unacceptable('value')
  if (Array.isArray(value)) {
    for (const item of value) checkValue(item, limits, depth + 1)
    return
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new Unacceptable('value')
  for (const [key, item] of Object.entries(value)) {
    checkKey(key, limits)
    checkValue(item, limits, depth + 1)
  }
}

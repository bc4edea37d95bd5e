import * as Y from 'yjs'
import type { RichText } from '../../shared/rich-text.ts'
import { readXmlText } from '../../shared/xml-text.ts'

/** Reads fragments of a document, each anew only when something in it has changed. */
export function rememberTexts(doc: Y.Doc): {
  read: (fragment: Y.XmlFragment) => RichText | undefined
  destroy: () => void
} {
  const known = new Map<Y.XmlFragment, RichText | undefined>()
  const forget = (transaction: Y.Transaction) => {
    for (const changed of transaction.changed.keys())
      for (let type = changed as Y.AbstractType<unknown> | null; type; type = type.parent)
        if (type instanceof Y.XmlFragment) known.delete(type)
  }
  doc.on('beforeObserverCalls', forget)
  return {
    read: (fragment) => {
      if (!known.has(fragment)) known.set(fragment, readXmlText(fragment))
      return known.get(fragment)
    },
    destroy: () => doc.off('beforeObserverCalls', forget),
  }
}

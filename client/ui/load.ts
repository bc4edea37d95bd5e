import { createStore, reconcile } from 'solid-js/store'
import { type Load, loadInto } from './solid.ts'

/**
 * What a page asks the server for, as `loadInto` asks. Rows that have not changed keep their elements, their focus and
 * their input when it is asked for again; `key` names the field by which list rows are matched.
 */
export function createLoad<T>(ask: () => Promise<T>, key = 'id'): Load<T> {
  const [store, setStore] = createStore<{ value?: T | undefined }>({})
  const put = (value: T) => setStore('value', reconcile(value as T & object, { key, merge: false }) as never)
  return loadInto(ask, [() => store.value, put])
}

import { closeSession, openSession, Problem, readSession, type Session } from '@civitas/api'
import { defineStore } from 'pinia'
import { ref } from 'vue'

/** 会话 — the same session as at the desk: whoever is logged in there is logged in here. */
export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const known = ref(false)

  async function load(): Promise<void> {
    try {
      session.value = (await readSession()) ?? null
    } catch (thrown) {
      if (!(thrown instanceof Problem) || ![401, 403, 404].includes(thrown.status)) throw thrown
      session.value = null
    }
    known.value = true
  }
  /** Answers false where a code of the authenticator must follow. */
  async function logIn(account: string, password: string): Promise<boolean> {
    session.value = (await openSession(account, password)) ?? null
    known.value = true
    return session.value !== null
  }
  async function logOut(): Promise<void> {
    await closeSession().catch(() => undefined)
    session.value = null
  }
  const can = (permission: string | string[] | undefined) =>
    !permission || [permission].flat().some((one) => session.value?.permissions.includes(one))

  return { session, known, load, logIn, logOut, can }
})

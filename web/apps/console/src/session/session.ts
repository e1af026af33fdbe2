import {
  closeSession,
  openSession,
  Problem,
  readSession,
  readSetup,
  sendCode,
  type Session,
} from '@civitas/api'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { allowed } from '@/shell/groups'

/** 会话 — who is logged in. `null`: nobody; before the first answer `known` is false. */
export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const known = ref(false)
  const setupNeeded = ref(false)

  async function load(): Promise<void> {
    try {
      session.value = (await readSession()) ?? null
    } catch (thrown) {
      if (!(thrown instanceof Problem) || ![401, 403, 404].includes(thrown.status)) throw thrown
      session.value = null
    }
    if (session.value === null) {
      setupNeeded.value = await readSetup().then(
        (setup) => setup.needed,
        () => false,
      )
    }
    known.value = true
  }

  /** Answers false where a code of the authenticator must follow. */
  async function logIn(account: string, password: string): Promise<boolean> {
    return entered((await openSession(account, password)) ?? null)
  }
  async function enterCode(code: string): Promise<boolean> {
    return entered(await sendCode(code))
  }
  function entered(opened: Session | null): boolean {
    session.value = opened
    setupNeeded.value = false
    known.value = true
    return opened !== null
  }

  async function logOut(): Promise<void> {
    await closeSession().catch(() => undefined)
    session.value = null
  }

  const permissions = computed(() => session.value?.permissions ?? [])
  const can = (permission: string | string[] | undefined) => allowed(permission, permissions.value)
  const hasRole = (...codes: string[]) =>
    Boolean(session.value?.roles.some((role) => codes.includes(role.code)))

  return { session, known, setupNeeded, permissions, load, logIn, enterCode, logOut, can, hasRole }
})

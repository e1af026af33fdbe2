import { post, Problem, put, wordsOf } from '@civitas/api'
import { computed, ref, watch, type Ref } from 'vue'
import { draftOf, faultsByNode, formOf, whereOf, type TreeDraft } from './draft'
import type { EditionContent, EditionFault } from './editions'

/** 编辑中的体系树 — held in the page until it is saved or given up; the server says what is wrong while it is edited. */
export function useTreeDraft(id: string, content: Ref<EditionContent | undefined>) {
  const draft = ref<TreeDraft>({ nodes: [], requirements: [], weights: {} })
  const saved = ref('')
  const revision = ref(0)
  const faults = ref<EditionFault[]>([])
  const problem = ref<string | null>(null)
  const stale = ref(false)
  const saving = ref(false)

  const form = computed(() => formOf(draft.value, revision.value))
  const written = computed(() => JSON.stringify({ ...form.value, revision: 0 }))
  const dirty = computed(() => saved.value !== '' && written.value !== saved.value)

  function begin(from: EditionContent) {
    draft.value = draftOf(from)
    revision.value = from.edition.revision
    saved.value = written.value
    stale.value = false
    problem.value = null
  }
  /** The first fault in words, with the part of the tree that it means. */
  function told(thrown: unknown): string {
    const first = thrown instanceof Problem ? thrown.errors[0] : undefined
    return first ? whereOf(form.value, first.field) + first.message : wordsOf(thrown)
  }

  watch(
    content,
    (now) => {
      if (now && !dirty.value) begin(now)
    },
    { immediate: true },
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  watch(
    written,
    () => {
      clearTimeout(timer)
      timer = setTimeout(check, 600)
    },
    { immediate: true },
  )
  async function check() {
    if (!saved.value) return
    const mine = ++asked
    try {
      const answer = await post<{ faults: EditionFault[] }>(`/api/editions/${id}/tree-checks`, form.value)
      if (mine !== asked) return
      faults.value = answer.faults
      problem.value = null
    } catch (thrown) {
      if (mine === asked) problem.value = told(thrown)
    }
  }

  async function save(): Promise<EditionContent | null> {
    saving.value = true
    try {
      const after = await put<EditionContent>(`/api/editions/${id}/tree`, form.value)
      begin(after)
      return after
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.code === 'version.stale') stale.value = true
      else problem.value = told(thrown)
      return null
    } finally {
      saving.value = false
    }
  }

  return {
    draft,
    dirty,
    faults,
    byNode: computed(() => faultsByNode(draft.value, faults.value)),
    problem,
    stale,
    saving,
    begin,
    save,
  }
}

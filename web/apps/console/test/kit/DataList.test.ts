import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'

const { get, download } = vi.hoisted(() => ({ get: vi.fn(), download: vi.fn() }))
vi.mock('@civitas/api', async (original) => ({ ...(await original<object>()), get, download }))
const { default: DataList } = await import('@/kit/DataList.vue')
const { Problem } = await import('@civitas/api')

interface Row {
  id: string
  name: string
}
const rows: Row[] = [
  { id: 'a', name: '甲' },
  { id: 'b', name: '乙' },
]
const Button = defineComponent({
  props: { disabled: Boolean },
  emits: ['click'],
  setup:
    (props, { slots, emit }) =>
    () =>
      h('button', { disabled: props.disabled, onClick: () => emit('click') }, slots.default?.()),
})

let router: Router
async function list(url = '/things', more: object = {}) {
  router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/things', component: { template: '<div/>' } }],
  })
  await router.push(url)
  const wrapper = mount(DataList, {
    props: {
      source: '/api/things',
      columns: [{ key: 'name', title: '名称', sortable: true }],
      filters: [{ key: 'state', title: '状态', kind: 'select' }],
      ...more,
    },
    slots: { drawer: '<p class="shown">{{ params.id }}</p>' },
    global: {
      plugins: [
        router,
        [VueQueryPlugin, { queryClient: new QueryClient({ defaultOptions: { queries: { retry: false } } }) }],
      ],
      stubs: {
        ElButton: Button,
        ElDrawer: { template: '<div><slot /></div>' },
        ElPopover: true,
        ListFilters: true,
      },
    },
  })
  await flushPromises()
  return wrapper
}
const asked = () => get.mock.calls.at(-1)![1]
const button = (wrapper: Awaited<ReturnType<typeof list>>, word: string) =>
  wrapper.findAll('button').find((one) => one.text() === word)!

beforeEach(() => {
  vi.resetAllMocks()
  get.mockResolvedValue({ items: rows, next: 'c1', total: 1234 })
})

describe('a list', () => {
  it('asks the server for what the address says', async () => {
    await list('/things?state=OPEN&sort=-name&after=c9')
    expect(get).toHaveBeenCalledWith('/api/things', { state: 'OPEN', sort: '-name', after: 'c9', limit: 50 })
  })

  it('goes to the next page and back, in the address as well', async () => {
    const wrapper = await list()
    await button(wrapper, '下一页').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query.after).toBe('c1')
    expect(asked()).toMatchObject({ after: 'c1' })
    await button(wrapper, '上一页').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query.after).toBeUndefined()
  })

  it('begins at the first page when it is sorted or filtered anew', async () => {
    const wrapper = await list('/things?after=c9')
    await wrapper.find('th button').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ sort: 'name' })
    wrapper.findComponent({ name: 'ListFilters' }).vm.$emit('change', 'state', 'OPEN')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ sort: 'name', state: 'OPEN' })
  })

  it('keeps the opened row in the address', async () => {
    const wrapper = await list()
    await wrapper.findAll('tbody tr')[1]!.trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query.open).toBe('b')
  })

  it('shows how many there are, with separators', async () => {
    expect((await list()).text()).toContain('共 1,234 条')
  })

  it('says in words that there is nothing, and that the filter leaves nothing', async () => {
    get.mockResolvedValue({ items: [], next: null, total: 0 })
    expect((await list('/things', { emptyTitle: '还没有点位' })).text()).toContain('还没有点位')
    expect((await list('/things?state=OPEN')).text()).toContain('没有符合条件的内容')
  })

  it('says what went wrong and tries again', async () => {
    get.mockRejectedValueOnce(new Problem(503, 'down', ''))
    const wrapper = await list()
    expect(wrapper.text()).toContain('服务正在启动或维护')
    await button(wrapper, '重新加载').trigger('click')
    await flushPromises()
    expect(wrapper.findAll('tbody tr')).toHaveLength(2)
  })

  it('exports what is shown: the filter without the page', async () => {
    const wrapper = await list('/things?state=OPEN&after=c9', { exportPath: '/api/things/export' })
    await button(wrapper, '导出').trigger('click')
    expect(download.mock.calls[0]!.slice(0, 2)).toEqual([
      '/api/things/export',
      { state: 'OPEN', sort: undefined },
    ])
  })
})

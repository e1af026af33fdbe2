import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ListTable from '@/kit/ListTable.vue'

const rows = [
  { id: 'a', name: '甲', count: 1 },
  { id: 'b', name: '乙', count: null },
]
const columns = [
  { key: 'name', title: '名称', sortable: true },
  { key: 'count', title: '数量', numeric: true },
]
const table = (more: object = {}) =>
  mount(ListTable, {
    props: { rows, columns, sort: '', rowKey: 'id', clickable: true, ...more },
    attachTo: document.body,
  })

describe('the table of a list', () => {
  it('opens a row by Enter and by click', async () => {
    const wrapper = table()
    await wrapper.findAll('tbody tr')[1]!.trigger('keydown.enter')
    await wrapper.findAll('tbody tr')[0]!.trigger('click')
    expect(wrapper.emitted('open')!.map(([row]) => (row as { id: string }).id)).toEqual(['b', 'a'])
  })
  it('moves to the next row by the arrow key', async () => {
    const wrapper = table()
    const [first, second] = wrapper.findAll('tbody tr')
    ;(first!.element as HTMLElement).focus()
    await first!.trigger('keydown.down')
    expect(document.activeElement).toBe(second!.element)
  })
  it('tells how it is sorted', () => {
    expect(table({ sort: '-name' }).find('th').attributes('aria-sort')).toBe('descending')
  })
  it('shows a dash where there is nothing', () => {
    expect(table().findAll('tbody tr')[1]!.findAll('td')[1]!.text()).toBe('—')
  })
  it('chooses one row and all rows', async () => {
    const wrapper = table({ selectable: true })
    await wrapper.findAll('tbody input')[0]!.setValue(true)
    expect(wrapper.emitted('update:chosen')!.at(-1)).toEqual([['a']])
    await wrapper.find('thead input').setValue(true)
    expect(wrapper.emitted('update:chosen')!.at(-1)).toEqual([['a', 'b']])
  })
})

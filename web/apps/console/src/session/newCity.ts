import { SHORTEST_PASSWORD } from './passwords'

/** What opening a city asks for; `again` never leaves the page. */
export interface NewCity {
  cityCode: string
  cityName: string
  account: string
  name: string
  password: string
  again: string
}

export const emptyCity = (account = ''): NewCity => ({
  cityCode: '',
  cityName: '',
  account,
  name: '',
  password: '',
  again: '',
})

/** Why it can not be sent yet; null when it can. */
export function lackOf(form: NewCity): string | null {
  if (!form.cityName || !form.account || !form.name) return '请填写城市、账号和姓名。'
  if (form.password.length < SHORTEST_PASSWORD) return `密码至少 ${SHORTEST_PASSWORD} 位。`
  return form.password === form.again ? null : '两次输入的密码不一致。'
}

export function bodyOf({ again: _again, ...body }: NewCity) {
  return body
}

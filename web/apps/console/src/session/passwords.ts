/** What the server asks of a password at least; it knows more rules and tells them. */
export const SHORTEST_PASSWORD = 10

/** Why a new password can not be sent yet, or null. */
export function lackOfPassword(current: string, next: string, again: string): string | null {
  if (!current) return '请填写现在的密码。'
  if (next.length < SHORTEST_PASSWORD) return `新密码至少 ${SHORTEST_PASSWORD} 位。`
  if (next === current) return '新密码不能与现在的密码相同。'
  return next === again ? null : '两次输入的新密码不一致。'
}

import { ElMessageBox } from 'element-plus'

/** Asks why personal data is to be seen in full; null when the person thinks better of it. */
export async function askReason(title: string): Promise<string | null> {
  const asked = await ElMessageBox.prompt('请写明理由。查看的人、时间和理由记入审计。', title, {
    confirmButtonText: '查看',
    cancelButtonText: '取消',
    inputPlaceholder: '如：核实现场情况，需联系责任人',
    inputValidator: (value: string) => (value ?? '').trim().length >= 4 || '理由至少 4 个字。',
  }).catch(() => null)
  return asked ? asked.value.trim() : null
}

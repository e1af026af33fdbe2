/** Everything about the running system, read at one moment. */
export interface SystemStatus {
  at: string
  version: string
  java: string
  startedAt: string
  database: { version: string; external: boolean; bytes: number; roundTripMs: number }
  pool: { active: number; idle: number; waiting: number; most: number }
  memory: { used: number; most: number }
  disk: { free: number; total: number }
  jobs: Job[]
  works: { waiting: number; running: number; failedToday: number }
  feeds: { name: string; title: string; waiting: number; oldestSeconds: number }[]
  chain: { number: number; unsealed: number; checkedAt: string | null; sound: boolean | null }
  backup: { takenAt: string; bytes: number } | null
  slow: { sql: string; times: number; slowestMs: number; lastAt: string; trace: string | null }[]
}

export interface Job {
  name: string
  running: boolean
  nextAt: string
  lastSuccess: string | null
  lastFailure: string | null
  failures: number
  lateSeconds: number
  waiting: number
}

const JOBS: Record<string, string> = {
  'audit-heads': '每日写出审计链头',
  'audit-seal': '审计记录封链',
  'casework-deadlines': '问题时限提醒',
  'casework-findings': '督查发现转为问题',
  'civitas-work': '后台工作',
  'civitas-work-sweep': '后台工作检查',
}
export const jobWords = (name: string): string => JOBS[name] ?? name

/** Seconds in words, to the largest unit that says enough. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} 秒`
  if (seconds < 7200) return `${Math.floor(seconds / 60)} 分钟`
  return `${Math.floor(seconds / 3600)} 小时`
}

const GB = 1024 ** 3

/** What needs somebody's attention, in words; empty when all is well. */
export function warningsOf(status: SystemStatus): string[] {
  const late = status.jobs.filter((job) => job.lateSeconds > 60)
  const stuck = status.feeds.filter((feed) => feed.oldestSeconds > 300)
  const failed = status.jobs.filter((job) => job.failures > 0)
  return [
    status.disk.free < 2 * GB && '磁盘剩余不足 2 GB，请尽快腾出空间。',
    status.pool.waiting > 0 && `有 ${status.pool.waiting} 个请求在等数据库连接。`,
    status.memory.used > 0.9 * status.memory.most && '内存使用超过九成。',
    status.works.failedToday > 0 && `一天内有 ${status.works.failedToday} 项后台工作没有完成。`,
    status.chain.sound === false && '最近一次审计链校验未通过，请联系审计员。',
    status.chain.unsealed > 1000 && `有 ${status.chain.unsealed} 条审计记录还没有封入链。`,
    stuck.length > 0 &&
      `数据没有及时流转：${stuck.map((feed) => `${feed.title}，最久已等 ${duration(feed.oldestSeconds)}`).join('；')}。`,
    late.length > 0 && `任务没有按时进行：${late.map((job) => jobWords(job.name)).join('、')}。`,
    failed.length > 0 && `任务连续失败：${failed.map((job) => jobWords(job.name)).join('、')}。`,
  ].filter((words) => words !== false)
}

// A drawn PNG that is plainly no photograph: a scene of blocks in the colours of a number.
import { deflateSync } from 'node:zlib'
import { crc32 } from './workbook.mjs'

const WIDTH = 640
const HEIGHT = 480

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** @param number every number gives another picture; @param mended the same scene without the litter */
export function picture(number, mended = false) {
  const raw = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT)
  const random = ((state) => () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff)(number + 7)
  const ground = 250 + Math.floor(random() * 120)
  const colour = [90 + random() * 120, 110 + random() * 100, 130 + random() * 100].map(Math.floor)
  const litter = mended ? [] : Array.from({ length: 14 }, () => [random() * WIDTH, ground + random() * (HEIGHT - ground), 8 + random() * 22])
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const at = y * (WIDTH * 3 + 1) + 1 + x * 3
      const wall = y < ground
      const window = wall && x % 80 > 20 && x % 80 < 60 && y % 90 > 25 && y % 90 < 65
      const dirty = litter.some(([cx, cy, r]) => Math.abs(x - cx) + Math.abs(y - cy) < r)
      const rgb = dirty ? [70, 50, 30] : window ? [205, 225, 240] : wall ? colour : [150 + ((x ^ y) & 7), 150, 145]
      raw[at] = rgb[0]
      raw[at + 1] = rgb[1]
      raw[at + 2] = rgb[2]
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))])
}

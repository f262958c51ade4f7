import type { Gender } from '#shared/domain/codes.ts'
import { pinyinOf } from '#main/platform/pinyin.ts'
import type { Random } from './random.ts'

const surnames =
  '王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 邓 冯 韩 曹 曾 彭 萧 蔡 潘 田 董 袁 于 余 叶 蒋 杜 苏 魏 程 吕 丁 沈 任 姚 卢 傅 钟 姜 崔 谭 廖 范 汪 陆 金 石 戴 贾 韦 夏 邱 方 侯 邹 熊 孟 秦 白 江 阎 薛 尹 段 雷 黎 史 龙 陶 贺 顾 毛 郝 龚 邵 万 钱 严 洪 武 葛 欧阳 司马 上官 诸葛'.split(
    ' ',
  )
const maleNames =
  '伟 强 磊 军 勇 涛 超 明 刚 平 辉 鹏 杰 峰 斌 波 浩 凯 健 俊 建国 建华 志强 志明 文杰 海涛 晓东 家豪 子轩 浩然 宇航 俊杰 天佑 国栋 立新 永强 玉龙 春生 新华 德明 正阳 思远 一鸣 嘉伟 振宇 学文 金龙 小军 大勇 锦程'.split(
    ' ',
  )
const femaleNames =
  '芳 娜 敏 静 丽 艳 娟 霞 燕 玲 婷 雪 琳 晶 颖 洁 慧 倩 莉 萍 秀英 秀兰 桂英 玉兰 晓燕 雅婷 梦瑶 欣怡 思雨 佳慧 雨桐 诗涵 丽娟 海燕 春梅 红梅 美玲 小红 文静 晓丽 雪梅 婉清 若曦 可欣 嘉怡 凤英 淑珍 金花 月娥 巧云'.split(
    ' ',
  )

/** The sound of a part of a name is looked up once. */
const sounds = new Map<string, ReturnType<typeof pinyinOf>>()
function soundOf(part: string): ReturnType<typeof pinyinOf> {
  const known = sounds.get(part)
  if (known) return known
  const made = pinyinOf(part)
  sounds.set(part, made)
  return made
}

export interface PersonName {
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly gender: Gender
}

/** A name as people have it here, with its sound for search. */
export function makeName(random: Random): PersonName {
  const gender = random.chance(0.62) ? 'male' : 'female'
  const surname = random.chance(0.55) ? random.pick(surnames.slice(0, 20)) : random.pick(surnames)
  const given = random.pick(gender === 'male' ? maleNames : femaleNames)
  const [first, second] = [soundOf(surname), soundOf(given)]
  return {
    name: surname + given,
    pinyin: first.pinyin + second.pinyin,
    initials: first.initials + second.initials,
    gender,
  }
}

const prefixes = [
  '130',
  '131',
  '132',
  '133',
  '135',
  '136',
  '137',
  '138',
  '139',
  '150',
  '151',
  '152',
  '158',
  '159',
  '177',
  '180',
  '181',
  '186',
  '187',
  '188',
  '189',
]
/** Coprime to the count of numbers, so that every place has a number of its own. */
const stride = 73_687_873
const numbers = 100_000_000
/** The mobile of the customer who came in that place; no two have the same. */
export const mobileOf = (place: number, random: Random): string =>
  random.pick(prefixes) + String((place * stride + 20_260_302) % numbers).padStart(8, '0')

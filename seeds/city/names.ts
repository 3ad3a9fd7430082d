import { random } from '../random'

export interface Name {
  readonly zh: string
  readonly en: string
}

/** Pairs of characters and their pinyin, for names made up of two of them. */
const firsts =
  '文Wen 昌Chang 兴Xing 安An 和He 明Ming 宏Hong 德De 仁Ren 康Kang 金Jin 银Yin 永Yong 福Fu 春Chun 泰Tai 华Hua 建Jian 新Xin 东Dong 西Xi 南Nan 北Bei 古Gu 青Qing 凤Feng 龙Long 云Yun 清Qing 碧Bi'
const seconds =
  '昌chang 盛sheng 宁ning 平ping 康kang 源yuan 泉quan 山shan 阳yang 河he 苑yuan 林lin 庆qing 乐le 礼li 义yi 信xin 园yuan 府fu 桥qiao 城cheng 台tai 湖hu 岭ling 光guang 业ye 学xue 贤xian'
const surnames =
  '张Zhang 王Wang 李Li 孟Meng 孔Kong 刘Liu 陈Chen 杨Yang 赵Zhao 周Zhou 吴Wu 徐Xu 孙Sun 马Ma 朱Zhu 胡Hu 郭Guo 何He 高Gao 林Lin 罗Luo 郑Zheng 梁Liang 宋Song 唐Tang 许Xu 韩Han 冯Feng 邓Deng 曹Cao 彭Peng 曾Zeng 田Tian 董Dong 潘Pan 袁Yuan 蔡Cai 蒋Jiang 余Yu 于Yu 杜Du 叶Ye 程Cheng 魏Wei 苏Su 吕Lü 丁Ding 任Ren 卢Lu 姚Yao 沈Shen 钟Zhong 姜Jiang 崔Cui 谭Tan 陆Lu 范Fan 汪Wang 廖Liao 石Shi 金Jin 贾Jia 夏Xia 付Fu 方Fang 邹Zou 熊Xiong 白Bai 秦Qin 邱Qiu 江Jiang 尹Yin 薛Xue 闫Yan 段Duan 雷Lei 侯Hou 龙Long 史Shi 陶Tao 黎Li 贺He 顾Gu 毛Mao 郝Hao 龚Gong 邵Shao 万Wan 钱Qian 严Yan'
const endings =
  '庄zhuang 庄zhuang 庄zhuang 村cun 楼lou 屯tun 营ying 寨zhai 峪yu 洼wa 河he 桥qiao 店dian 集ji 沟gou 坡po 岭ling 家庄jiazhuang'
const prefixes = '东Dong 西Xi 南Nan 北Bei 前Qian 后Hou 大Da 小Xiao 上Shang 下Xia 中Zhong'

function atoms(list: string): Name[] {
  return list.split(' ').map((pair) => {
    const zh = pair.replace(/[A-Za-zü]/g, '')
    return { zh, en: pair.slice(zh.length) }
  })
}

const joined = (first: Name, second: Name): Name => ({
  zh: first.zh + second.zh,
  en: first.en + second.en.toLowerCase(),
})

/** Added to a name when all plain ones are used up. */
const sides: readonly Name[] = [
  { zh: '', en: '' },
  { zh: '东', en: ' East' },
  { zh: '西', en: ' West' },
  { zh: '南', en: ' South' },
  { zh: '北', en: ' North' },
]

/** Draws names that are never the same twice; throws when there are no more. */
function drawer(stream: string, pool: readonly Name[]): () => Name {
  const order = random(stream).shuffle(pool)
  let next = 0
  return () => {
    const name = order[next % order.length]
    const side = sides[Math.floor(next / order.length)]
    next++
    if (!name || !side) throw new Error(`${stream} has run out of names`)
    return { zh: name.zh + side.zh, en: name.en + side.en }
  }
}

/** Two-syllable names for streets, estates and parks. */
export function drawPlaceNames(stream: string): () => Name {
  const pool = atoms(firsts).flatMap((first) =>
    atoms(seconds)
      .filter((second) => second.zh !== first.zh)
      .map((second) => joined(first, second)),
  )
  return drawer(stream, pool)
}

/** Village names: a surname and an ending, some with a prefix. */
export function drawVillageNames(stream: string): () => Name {
  const plain = new Map<string, Name>()
  for (const surname of atoms(surnames)) {
    for (const ending of atoms(endings)) plain.set(surname.zh + ending.zh, joined(surname, ending))
  }
  const pool = random(`${stream}-prefix`)
  const before = atoms(prefixes)
  return drawer(
    stream,
    [...plain.values()].map((name) => (pool.chance(0.3) ? joined(pool.pick(before), name) : name)),
  )
}

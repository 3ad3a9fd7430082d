/** Words of questions at hand: parameters tried, scopes side by side, what is measured and drawn on the map. */
export const atHand = {
  trying: {
    title: '试改参数',
    about: '拖动门槛或半径，看数值、星级和缺口怎样变',
    radius: '覆盖半径',
    published: '公布值 {{value}}',
    atPublished: '现为公布口径',
    notPublished: '试算，不是公布的口径：本行的数值和星级没有改动，图上缺口按试算显示，放回后恢复',
    putBack: '放回公布值',
    tried: '试算结果',
    was: '公布 {{value}}',
    failed: '试算未能完成：{{why}}',
    none: '此项没有可试的门槛或半径',
    gapsAway: '试算期间不列缺口清单和逐个要素：它们按公布口径',
  },
  scopes: {
    title: '各范围并列',
    about: '同一项在每个范围下的数值和星级',
    scope: '范围',
    value: '数值',
    star: '星级',
    onShow: '现用',
    none: '本目录没有设定范围',
    failed: '未能算出：{{why}}',
    waiting: '已算 {{done}} / {{of}} 个范围',
  },
}

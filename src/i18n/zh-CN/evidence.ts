/** Words of what stands behind a number, and of the file that takes it elsewhere to be computed again. */
export const evidence = {
  title: '指标凭证',
  about: '一个文件：公式、参数、逐个要素、数据源原文。凭它可在别处重算，核对是否相等。',
  past: '回看时刻 {{time}} 的凭证：数据源原文由程序按当时所知写出，文件中标明 reconstructed。',
  export: '导出凭证',
  busy: '正在生成凭证',
  waiting: '所用数据源载入后即可导出',
  done: '已导出 {{name}}',
  failed: '凭证未能生成：{{why}}',
  internal: '文件内含内部数据源：{{feeds}}。对外提供前请确认。',
  verify: '核对命令：{{command}}',
  definition: '目录中的定义',
  sha256: 'SHA-256 {{short}}…',
  counts: '读取 {{read}}，采用 {{accepted}}',
  quarantined: '隔离 {{count}}',
  notRead: '没有读到',
}

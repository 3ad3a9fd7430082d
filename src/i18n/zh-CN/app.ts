/** Words of the shell before and around the city: opening, refusal, failure. */
export const app = {
  title: '一张图',
  opening: '正在打开城市…',
  refusedTitle: '目录文件有错误，未载入',
  refusedLead: '{{url}} 中共有 {{count}} 处错误。改正后刷新页面即可。',
  faultPath: '位置',
  faultWords: '问题',
  failedTitle: '无法打开城市',
  failedHint: '请检查网络与部署，然后重试。',
  retry: '重试',
  brokenTitle: '界面的这一部分出错了',
  brokenHint: '其余部分仍可使用。',
  linkUnknown: '链接中有无法识别的部分，已忽略：{{parts}}',
  linkMissing: '链接所选的要素已不在数据中：{{feed}} / {{id}}',
  dismiss: '知道了',
}

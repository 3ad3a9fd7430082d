/** Words on and around the map. */
export const map = {
  title: '城市地图：方向键平移，加减号缩放，回车查看中心位置',
  northUp: '回到正北',
  zoomIn: '放大',
  zoomOut: '缩小',
  buildings3d: '3D 建筑立体显示',
  metres: '{{value}} 米',
  kilometres: '{{value}} 千米',
  contextLost: '显卡暂时不可用，地图正在恢复；其余内容照常可用。',
  unsupported: '此浏览器没有 WebGL2，无法显示地图；指标、表格和导出照常可用。',
}

import { defineAsyncComponent } from 'vue'

export { default as AreaPicker } from './AreaPicker.vue'
export { default as ConfirmButton } from './ConfirmButton.vue'
export { default as DataList } from './DataList.vue'
export { default as FormFault } from './FormFault.vue'
export { default as ImportDialog } from './ImportDialog.vue'
export { default as NameOf } from './NameOf.vue'
export { default as PageHead } from './PageHead.vue'
export { default as PageLink } from './PageLink.vue'
export { default as PictureStrip } from './PictureStrip.vue'
export { default as PictureUpload } from './PictureUpload.vue'
export { default as SideDrawer } from './SideDrawer.vue'
export { default as UnitPicker } from './UnitPicker.vue'
export { default as UnitsPicker } from './UnitsPicker.vue'
export { default as WorkProgress } from './WorkProgress.vue'
export type { Column, Filter } from './listState'
export type { MapPlace, MapPoint } from './map/points'
export type { Work } from './work'

/** Loaded when it is shown: OpenLayers stays out of every other page. */
export const BaseMap = defineAsyncComponent(() => import('./map/BaseMap.vue'))
/** Loaded when it is shown: ECharts stays out of every other page. */
export const BaseChart = defineAsyncComponent(() => import('./chart/BaseChart.vue'))
export { default as SessionTable } from './SessionTable.vue'
export { default as ContactPhone } from './ContactPhone.vue'
export { askReason } from './reason'

import {
  Bell,
  ChatDotRound,
  DataAnalysis,
  DocumentChecked,
  House,
  LocationInformation,
  MapLocation,
  Search,
  Setting,
  Upload,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'
import type { Group } from './groups'

export const GROUP_ICONS: Record<Group, Component> = {
  工作台: House,
  一张图: MapLocation,
  测评: DataAnalysis,
  点位: LocationInformation,
  督查: Search,
  问题: Bell,
  网申: Upload,
  群众与志愿: ChatDotRound,
  通报: DocumentChecked,
  设置: Setting,
}

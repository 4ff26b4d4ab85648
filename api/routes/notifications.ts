import * as z from 'zod'
import {
  notificationPreferencesSchema,
  notificationQuery,
  notificationSchema,
  unreadCount,
} from '../contract/notifications.ts'
import { countUnread, listNotifications } from '../services/notifications/list-notifications.ts'
import { getPreferences, putPreferences } from '../services/notifications/preferences.ts'
import { readAllNotifications, readNotification } from '../services/notifications/read-notifications.ts'
import { Resource } from './resource.ts'

export const notifications = new Resource('Notifications', '/notifications')
  .add(
    {
      method: 'get',
      path: '/',
      summary: 'List your messages, newest first',
      query: notificationQuery,
      data: z.array(notificationSchema),
    },
    (ctx, { query }) => listNotifications(ctx, query),
  )
  .add({ method: 'get', path: '/unread', summary: 'Count your unread messages', data: unreadCount }, (ctx) =>
    countUnread(ctx),
  )
  .add({ method: 'post', path: '/read', summary: 'Mark all your messages as read', data: unreadCount }, (ctx) =>
    readAllNotifications(ctx),
  )
  .add(
    { method: 'post', path: '/:id/read', summary: 'Mark one of your messages as read', data: notificationSchema },
    (ctx, { params }) => readNotification(ctx, params.id),
  )
  .add(
    {
      method: 'get',
      path: '/preferences',
      summary: 'How you want to be told',
      data: notificationPreferencesSchema,
    },
    (ctx) => getPreferences(ctx),
  )
  .add(
    {
      method: 'put',
      path: '/preferences',
      summary: 'Say how you want to be told',
      body: notificationPreferencesSchema,
      data: notificationPreferencesSchema,
    },
    (ctx, { body }) => putPreferences(ctx, body),
  )

// One sentence for every constraint a user can run into, by the constraint's name. A test holds it complete.
import type { Message } from './messages/kinds.ts'
import { planningMessages } from './messages/planning.ts'
import { referenceMessage } from './messages/references.ts'
import { workforceMessages } from './messages/workforce.ts'

export const constraintMessages: Readonly<Record<string, Message>> = { ...planningMessages, ...workforceMessages }

/** What is said of a violated constraint; undefined for one that no user can cause. */
export const constraintMessage = (constraint: string, table: string | undefined): Message | undefined =>
  constraintMessages[constraint] ?? referenceMessage(constraint, table)

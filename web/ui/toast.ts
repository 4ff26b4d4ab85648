import { Toast } from '@base-ui/react/toast'

type ToastKind = 'info' | 'success' | 'error'

export interface ToastInput {
  kind?: ToastKind
  title: string
  text?: string | undefined
  action?: { label: string; run(): void } | undefined
}

/** Holds the messages at the foot of the page; may be used outside components. */
export const toastManager = Toast.createToastManager()

/** Says something at the foot of the page; errors stay longer. */
export const showToast = ({ kind = 'info', title, text, action }: ToastInput): void => {
  toastManager.add({
    title,
    description: text,
    type: kind,
    timeout: kind === 'error' ? 10_000 : 5_000,
    priority: kind === 'error' ? 'high' : 'low',
    ...(action ? { actionProps: { children: action.label, onClick: action.run } } : {}),
  })
}

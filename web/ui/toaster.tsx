import { Toast } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { toastManager } from './toast.ts'
import styles from './toaster.module.css'

const icons: Record<string, ReactNode> = {
  info: <Info size={16} />,
  success: <CircleCheck size={16} />,
  error: <CircleAlert size={16} />,
}

const Toasts = () => {
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={['right', 'down']}>
      <span className={styles.icon}>{icons[toast.type ?? 'info']}</span>
      <Toast.Content className={styles.content}>
        <Toast.Title className={styles.title} />
        <Toast.Description className={styles.text} />
        {toast.actionProps && <Toast.Action className={styles.action} />}
      </Toast.Content>
      <Toast.Close className={styles.close} aria-label="Dismiss">
        <X size={14} />
      </Toast.Close>
    </Toast.Root>
  ))
}

/** Wraps the app and shows what `showToast` says. */
export const Toaster = ({ children }: { children: ReactNode }) => (
  <Toast.Provider toastManager={toastManager} limit={4}>
    {children}
    <Toast.Portal>
      <Toast.Viewport className={styles.viewport}>
        <Toasts />
      </Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
)

import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

export interface ButtonLook {
  look?: 'primary' | 'secondary' | 'ghost' | 'danger'
  size?: 'small' | 'medium' | 'large'
}

type ButtonProps = ButtonLook & ComponentProps<'button'> & { icon?: ReactNode; busy?: boolean }

/** Class names of a button, for links that look like one. */
export const buttonClass = ({ look = 'secondary', size = 'medium' }: ButtonLook): string =>
  classNames(styles.button, styles[look], styles[size])

/** A button; while `busy` it keeps its width, shows a spinner and takes no press. */
export const Button = ({ look, size, icon, busy = false, className, children, disabled, ...rest }: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={classNames(buttonClass({ ...(look ? { look } : {}), ...(size ? { size } : {}) }), className)}
    disabled={disabled || busy}
    aria-busy={busy || undefined}
  >
    {busy ? <Spinner /> : icon}
    {children}
  </button>
)

/** A square button that shows an icon only; `label` is its name for everyone who cannot see it. */
export const IconButton = ({ label, className, children, ...rest }: ComponentProps<'button'> & { label: string }) => (
  <button type="button" aria-label={label} title={label} {...rest} className={classNames(styles.icon, className)}>
    {children}
  </button>
)

'use client'

import { Description, DialogBackdrop, DialogPanel, DialogTitle, Dialog as HeadlessDialog } from '@headlessui/react'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

interface DialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  /** Buttons at the foot, the one that does it last. */
  actions?: ReactNode
  size?: 'sm' | 'md' | 'lg'
  /** Keeps the title for screen readers alone, as for the command palette. */
  hideTitle?: boolean
  children?: ReactNode
}

const SIZES = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl' }

/** A window over the page: keeps focus inside, closes on Escape, gives focus back. */
export function Dialog({ open, onClose, title, description, actions, size = 'md', hideTitle, children }: DialogProps) {
  return (
    <HeadlessDialog open={open} onClose={onClose} className="relative z-50">
      <DialogBackdrop className="fixed inset-0 bg-black/45" />
      <div className="fixed inset-0 overflow-y-auto p-3 sm:p-6">
        <div className="flex min-h-full items-start justify-center sm:pt-[8vh]">
          <DialogPanel
            className={classes('w-full rounded border border-line-strong bg-raised text-ink shadow-xl', SIZES[size])}
          >
            <DialogTitle className={hideTitle ? 'sr-only' : 'border-b px-4 py-3 text-base font-semibold'}>
              {title}
            </DialogTitle>
            {description !== undefined && (
              <Description className="px-4 pt-3 text-sm text-muted">{description}</Description>
            )}
            <div className={hideTitle ? '' : 'px-4 py-3'}>{children}</div>
            {actions !== undefined && (
              <div className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">{actions}</div>
            )}
          </DialogPanel>
        </div>
      </div>
    </HeadlessDialog>
  )
}

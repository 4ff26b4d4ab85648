import { useState } from 'react'
import { currentOrganisation } from '../../api/request.ts'

/** Where this device stands; it remembers. */
export const useKioskSite = (): [siteId: string, choose: (siteId: string) => void] => {
  const key = `muster.kiosk.${currentOrganisation()}`
  const [siteId, setSite] = useState(() => {
    try {
      return localStorage.getItem(key) ?? ''
    } catch {
      return ''
    }
  })
  const choose = (id: string): void => {
    setSite(id)
    try {
      localStorage.setItem(key, id)
    } catch (cause) {
      console.warn('Where this device stands is not remembered.', cause)
    }
  }
  return [siteId, choose]
}

import { testAgreement } from './tests/agreement.ts'

testAgreement(7, 2)

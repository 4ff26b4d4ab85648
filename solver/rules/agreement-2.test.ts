import { testAgreement } from './tests/agreement.ts'

testAgreement(8, 2)

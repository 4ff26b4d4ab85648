import { testLinearAgreement } from './tests/linear-agreement.ts'

testLinearAgreement(12, 2)

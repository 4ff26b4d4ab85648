import { testLinearAgreement } from './tests/linear-agreement.ts'

testLinearAgreement(11, 2)

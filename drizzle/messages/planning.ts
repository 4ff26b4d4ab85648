// Sentences of what a roster is planned from: people, places, demand, rosters, runs.
import { country, heads, invalid, type Message, priority, span, taken, validity } from './kinds.ts'

const rulesShape = invalid('Rules must be a list of rule settings.')
const role = invalid('The role must be owner, admin, manager, employee or viewer.')
const runState: Message = {
  code: 'conflict',
  message: 'The run is no longer in a state that allows this. Load it again.',
}
export const planningMessages: Readonly<Record<string, Message>> = {
  // Taken
  users_email_key: taken('an account with this e-mail', 'Sign in instead.'),
  organisations_slug_key: taken('an organisation of this name', 'Choose another name.'),
  members_org_user_key: taken('a membership of this person', 'Change its role instead.'),
  invitations_pending_key: taken('an open invitation for this e-mail', 'Withdraw it first.'),
  organisation_settings_pkey: taken('a set of settings for this organisation', 'Change it instead.'),
  skills_code_key: taken('a skill with this code', 'Choose another code, or change that skill.', 'code'),
  contracts_code_key: taken('a contract with this code', 'Choose another code, or change that contract.', 'code'),
  sites_code_key: taken('a site with this code', 'Choose another code, or change that site.', 'code'),
  shift_types_code_key: taken('a shift type with this code', 'Choose another code, or change that shift type.', 'code'),
  employees_number_key: taken(
    'an employee with this number',
    'Choose another number, or change that employee.',
    'number',
  ),
  employees_email_key: taken(
    'an employee with this e-mail',
    'Choose another e-mail, or change that employee.',
    'email',
  ),
  employee_sites_pkey: invalid('The same site is listed twice. Remove one of the two.'),
  demand_key: taken('demand for this site, shift type, day and set of skills', 'Change that one instead.'),
  assignments_shift_employee_key: taken('an assignment of this person to this shift', 'Load the roster again.'),
  roster_runs_active_key: {
    code: 'run_in_progress',
    message: 'A run of this roster is under way. Wait for it or cancel it first.',
  },
  idempotency_keys_pkey: {
    code: 'conflict',
    message: 'A request with this Idempotency-Key is still at work. Wait for its answer.',
  },
  // Overlapping
  employee_contracts_overlap_excl: invalid(
    'Two contracts of one person overlap. End the earlier one before the later one begins.',
    'contracts',
  ),
  employee_skills_overlap_excl: invalid(
    'The same skill is held twice at the same time. End the earlier one before the later one begins.',
    'skills',
  ),
  assignments_double_booking_excl: {
    code: 'double_booked',
    message:
      'A person would work two overlapping shifts. Take them off one, or allow double booking for the organisation.',
  },
  // Gone
  assignments_shift_fkey: {
    code: 'conflict',
    message: 'The shift no longer exists or has moved. Load the roster again.',
  },
  run_progress_run_fkey: { code: 'not_found', message: 'The run no longer exists.' },
  run_parts_run_fkey: { code: 'not_found', message: 'The run no longer exists.' },
  // Untrue
  employees_dates_check: invalid(
    'An employee cannot leave before being hired. Correct hiredOn or terminatedOn.',
    'terminatedOn',
  ),
  employee_skills_level_check: invalid('The level of a skill must be between 0 and 5.'),
  employee_skills_dates_check: validity,
  employee_contracts_share_check: invalid('sharePercent must be between 1 and 200.'),
  employee_contracts_rate_check: invalid('rateMinor must not be negative.'),
  employee_contracts_dates_check: validity,
  time_off_requests_span_check: span,
  time_off_requests_state_check: invalid('The state must be pending, approved, rejected or cancelled.'),
  availability_span_check: span,
  availability_weight_check: invalid('The weight must be between 1 and 1000.'),
  availability_kind_check: invalid(
    'The kind must be available, unavailable, preferred, unpreferred, request-on or request-off.',
  ),
  demand_heads_check: heads,
  demand_priority_check: priority,
  shifts_heads_check: heads,
  shifts_priority_check: priority,
  shifts_span_check: span,
  shifts_minutes_check: invalid('Break and paid minutes must fit into the shift.'),
  sites_latitude_check: invalid('The latitude must be between -90 and 90.'),
  sites_longitude_check: invalid('The longitude must be between -180 and 180.'),
  shift_types_start_time_check: invalid('The start time must be a time of day such as "07:30".'),
  shift_types_duration_check: invalid('A shift must last between 15 minutes and 24 hours.'),
  shift_types_break_check: invalid('The break must be shorter than the shift.'),
  rosters_days_check: invalid('A roster must have between 1 and 366 days.'),
  rosters_state_check: invalid('The state must be draft, published or archived.'),
  rosters_published_check: { code: 'conflict', message: 'A published roster needs the time of its publication.' },
  contracts_rules_check: rulesShape,
  organisation_settings_rules_check: rulesShape,
  organisation_settings_week_start_check: invalid('The first day of the week must be between 1 (Monday) and 7.'),
  organisation_settings_country_check: country,
  organisations_name_check: invalid('The name of an organisation must have between 1 and 200 characters.'),
  members_role_check: role,
  invitations_role_check: role,
  invitations_status_check: invalid('The status must be pending, accepted, rejected or canceled.'),
  roster_runs_state_check: runState,
  roster_runs_decision_check: runState,
  roster_runs_finished_check: runState,
  roster_runs_failure_check: runState,
  roster_runs_scope_check: runState,
  run_parts_state_check: runState,
  roster_runs_seconds_check: invalid('A run may last between 1 and 600 seconds.'),
  idempotency_keys_key_check: invalid('An Idempotency-Key has between 1 and 255 characters.'),
  audit_log_append_only: { code: 'conflict', message: 'The audit log cannot be changed, only read.' },
}

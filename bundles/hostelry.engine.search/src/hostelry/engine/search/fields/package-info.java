/**
 * What each noun can be asked for: its fields, the type of each, and the nouns beside it. A sentence becomes a predicate and an order here.
 *
 * <p>A field that belongs to a neighbour ({@code hosts.status}, {@code cluster}) is answered in two steps: first the neighbours that fit, once, then each object
 * by the ids of those. So a predicate over 200,000 machines looks at no other noun and makes no garbage; and it looks at {@link
 * hostelry.engine.search.fields.Slate}s, where values of one field stand side by side, rather than at the machines themselves.
 *
 * <p>Several conditions on neighbours of one kind need not be fulfilled by the same neighbour, as in oVirt: {@code Hosts: vms.name = a and vms.status = up} finds hosts
 * with a machine a and some machine that is up. {@code !=} on a neighbour's field means one that is otherwise; on a field of the noun itself (also {@code tag}
 * and {@code cluster}) it means that none is so.
 *
 * <p>Names: contract, part 3. Left out, because the model has no data for them. vms: network_usage (no speed of links), migration_progress_percent, apps, pool,
 * loggedinuser, quota, custom_*, created_by_user_id, has_illegal_images, bios_type, compatibility_level. hosts: external_status,
 * network_usage, migrating_vms, committed_mem, type, update_available, ha_score, spm_id, hw_id. storage: shared_status, external_status, wipe_after_delete,
 * backup. disks: creation_date, disk_type, quota. templates: quota. pools. networks: label, provider_name,
 * qos_name. users: pool. events: custom_event_id.
 */
@NullMarked
package hostelry.engine.search.fields;

import org.jspecify.annotations.NullMarked;

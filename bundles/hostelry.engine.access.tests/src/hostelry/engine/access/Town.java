package hostelry.engine.access;

import hostelry.api.Caller;
import hostelry.engine.spi.PredefinedRole;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.Permission;
import hostelry.model.StorageDomainType;
import hostelry.model.User;
import hostelry.testkit.Estates;
import hostelry.testkit.MemoryInventory;
import org.jspecify.annotations.Nullable;

/**
 * Two data centers with all that may be in one, and a user who has nothing yet. Besides what is there from the first start: in the data center Default the host h1, the
 * domain s1 with the disks d1 (of VM v1) and d2, the VMs v1 and v2; in dc2 the cluster c2 with the VM v3.
 */
final class Town {
    static final String CAROL = "carol";
    final MemoryInventory inventory = new MemoryInventory();
    final Estates estates = new Estates(inventory);
    final PermissionAuthority authority = new PermissionAuthority(inventory);

    Town() {
        HostelryFactory make = HostelryFactory.eINSTANCE;
        user(CAROL);
        DataCenter center = make.createDataCenter();
        center.setId("dc2");
        center.setName("Second");
        Cluster cluster = make.createCluster();
        cluster.setId("c2");
        cluster.setName("Second");
        cluster.setDataCenter("dc2");
        inventory.change(draft -> {
            draft.add(center);
            return draft.add(cluster);
        });
        estates.host("h1", "box", host -> {});
        estates.domain("s1", "data", StorageDomainType.DATA, "h1", domain -> {});
        estates.disk("d1", "disk1", "s1", disk -> {});
        estates.disk("d2", "disk2", "s1", disk -> {});
        estates.vm("v1", "web1", vm -> {});
        estates.vm("v2", "web2", vm -> {});
        estates.vm("v3", "web3", vm -> vm.setCluster("c2"));
        estates.attachment("v1", "d1", true);
    }

    User user(String name) {
        User user = HostelryFactory.eINSTANCE.createUser();
        user.setId(name);
        user.setName(name);
        user.setUserName(name + "@internal");
        user.setDomain("internal");
        return inventory.change(draft -> draft.add(user));
    }

    static Caller caller(String user) {
        return new Caller(user, user + "@internal", "test");
    }

    static Caller admin() {
        return new Caller(WellKnown.ADMIN, "admin@internal", "test");
    }

    /** @param noun null: on the system */
    Permission give(String user, PredefinedRole role, @Nullable Class<? extends Entity> noun, @Nullable String object) {
        return give(user, role.id(), noun, object);
    }

    Permission give(String user, String role, @Nullable Class<? extends Entity> noun, @Nullable String object) {
        Permission permission = HostelryFactory.eINSTANCE.createPermission();
        permission.setUser(user);
        permission.setRole(role);
        permission.setNoun(noun == null ? null : noun.getSimpleName());
        permission.setObject(object);
        return inventory.change(draft -> draft.add(permission));
    }

    boolean holds(String user, String permit, @Nullable Class<? extends Entity> noun, @Nullable String object) {
        return authority.holds(caller(user), permit, noun == null ? null : inventory.find(noun, object).orElseThrow());
    }

    boolean sees(String user, Class<? extends Entity> noun, String object) {
        return authority.sees(caller(user), inventory.find(noun, object).orElseThrow());
    }
}

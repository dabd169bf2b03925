package hostelry.engine.host;

import hostelry.engine.spi.View;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is in what, read from the estate or from a draft of it. Pure reading. */
record Floors(View view) {
    static Floors in(View view) {
        return new Floors(view);
    }

    <T extends Entity> Optional<T> find(Class<T> noun, @Nullable String id) {
        return id == null || id.isEmpty() ? Optional.empty() : view.find(noun, id);
    }

    /** By name. */
    <T extends Entity> List<T> all(Class<T> noun, Predicate<T> which) {
        return view.all(noun).stream().filter(which)
                .sorted(Comparator.comparing(entity -> String.valueOf(entity.getName()))).toList();
    }

    /** For titles: the id where it is gone. */
    <T extends Entity> String name(Class<T> noun, String id) {
        return find(noun, id).map(Entity::getName).orElse(id);
    }

    /** Guests that the host holds. */
    List<Vm> guests(String host) {
        return all(Vm.class, vm -> host.equals(vm.getHost()) && VmMoves.running(vm.getStatus()));
    }

    List<Cluster> clusters(String dataCenter) {
        return all(Cluster.class, cluster -> dataCenter.equals(cluster.getDataCenter()));
    }

    List<Host> hosts(String cluster) {
        return all(Host.class, host -> cluster.equals(host.getCluster()));
    }

    /** An id as it is; a name becomes the id. What is neither stays, and a check says so. */
    <T extends Entity> @Nullable String reference(Class<T> noun, @Nullable String idOrName) {
        if (idOrName == null || idOrName.isEmpty() || find(noun, idOrName).isPresent()) {
            return idOrName;
        }
        return all(noun, entity -> idOrName.equals(entity.getName())).stream().findFirst().map(Entity::getId).orElse(idOrName);
    }

    /** What was said, or the only one there is. */
    <T extends Entity> @Nullable String only(Class<T> noun, @Nullable String said) {
        if (said != null && !said.isEmpty()) {
            return reference(noun, said);
        }
        List<T> all = all(noun, entity -> true);
        return all.size() == 1 ? all.get(0).getId() : null;
    }

    boolean isDataCenter(@Nullable String id) {
        return find(DataCenter.class, id).isPresent();
    }
}

package hostelry.engine.search.fields;

import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Group;
import hostelry.model.Host;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Users and groups. Beside them is what they have a permission on, of their own; what a group or something above gives them is no neighbour. */
final class PeopleFields {
    private PeopleFields() {}

    static Table<User> users() {
        return new Table<>(User.class, "Users", "user").basics()
                .main("usrname user_name", "as it logs in: carol@internal", User::getUserName)
                .main("lastname last_name", "", User::getLastName)
                .text("directory domain", "its realm", User::getDomain)
                .text("department", "", User::getDepartment)
                .text("email", "", User::getEmail)
                .flag("disabled", "may it not log in?", User::isDisabled)
                .tags(User::getTags)
                .links("group groups", "that it is a member of", Group.class, Group::getName, Way.forwardMany(User::getGroups))
                .links("role", "that it was given somewhere", Role.class, Role::getName,
                        Way.through(Permission.class, Way.back(Permission::getUser), Way.forward(Permission::getRole)))
                .beside(Group.class, Way.forwardMany(User::getGroups))
                .beside(Vm.class, permitted(Vm.class))
                .beside(Host.class, permitted(Host.class))
                .beside(Template.class, permitted(Template.class))
                .beside(Event.class, Way.back(Event::getUser));
    }

    static Table<Group> groups() {
        return new Table<>(Group.class, "Groups", "group").basics()
                .text("directory domain", "its realm", Group::getDomain)
                .tags(Group::getTags)
                .links("role", "that it was given somewhere", Role.class, Role::getName,
                        Way.through(Permission.class, Way.back(Permission::getGroup), Way.forward(Permission::getRole)))
                .beside(User.class, Way.backMany(User::getGroups));
    }

    private static <N extends Entity> Way<User, N> permitted(Class<N> noun) {
        return Way.through(Permission.class, Way.back(Permission::getUser), Way.forward(objectOf(noun)));
    }

    /** The object of a permission, if it is of that noun. */
    static Function<Permission, @Nullable String> objectOf(Class<? extends Entity> noun) {
        String name = noun.getSimpleName();
        return permission -> name.equals(permission.getNoun()) ? permission.getObject() : null;
    }
}

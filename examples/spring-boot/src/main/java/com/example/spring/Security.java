package com.example.spring;

import static org.springframework.security.config.Customizer.withDefaults;

import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Who the users are. What they may do in their account, the use cases decide. */
@Configuration
class Security {
  private static final String ACCOUNT = "ACCOUNT_";

  @Bean
  SecurityFilterChain chain(HttpSecurity http) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .httpBasic(withDefaults())
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** Users for trying it; their passwords are their names. */
  @Bean
  UserDetailsService users() {
    return new InMemoryUserDetailsManager(
        user("ann", ACCOUNT + "acme", "ROLE_MANAGER"),
        user("bob", ACCOUNT + "acme", "ROLE_READER"),
        user("eve", ACCOUNT + "globex", "ROLE_MANAGER"));
  }

  private static UserDetails user(String name, String... authorities) {
    return User.withUsername(name).password("{noop}" + name).authorities(authorities).build();
  }

  /** The user as KPI Groups knows users: in one account, with permissions. */
  static Actor actor(Authentication user) {
    AccountId account = null;
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    for (GrantedAuthority granted : user.getAuthorities()) {
      String authority = String.valueOf(granted.getAuthority());
      if (authority.startsWith(ACCOUNT)) {
        account = new AccountId(authority.substring(ACCOUNT.length()));
      } else if (authority.equals("ROLE_READER")) {
        permissions.add(Permission.READ);
      } else if (authority.equals("ROLE_MANAGER")) {
        permissions.add(Permission.MANAGE);
      }
    }
    if (account == null) {
      throw new AccessDeniedException("The user has no account.");
    }
    return Actor.of(account, new UserId(user.getName()), permissions);
  }
}
